import { describe, expect, it } from 'vitest'
import { limitDepth } from './html-depth.ts'
import { cleanStyle } from './inline-style.ts'

describe('inline style', () => {
  it('keeps how text looks', () => {
    expect(
      cleanStyle('color: rgb(1, 2, 3); font-family: "Segoe UI", Arial; margin:0 auto;display:block !important'),
    ).toBe('color:rgb(1, 2, 3);font-family:"Segoe UI", Arial;margin:0 auto;display:block !important')
  })

  it.each([
    'position:fixed',
    'color:re\\d',
    'color:red/**/blue',
    'font-family:a:b',
    'color:var(--x)',
    'width:calc(1px)',
    'display:grid',
    'background:red',
    'background-color:url(x)',
    'color:rgb(url(x))',
    'color:<b>',
    'content:"x"',
    'color',
    ':red',
    'color:',
    '--x:1',
  ])('loses %s', (style) => {
    expect(cleanStyle(style)).toBe('')
  })
})

describe('the depth of HTML', () => {
  it('is cut beyond what any parser should follow, and no word is lost', () => {
    const deep = limitDepth(`${'<b>'.repeat(50_000)}words${'</b>'.repeat(50_000)}<p>more</p>`)
    expect(deep.match(/<b>/g)).toHaveLength(1_000)
    expect(deep).toContain('words')
    expect(deep).toContain('<p>more</p>')
  })

  it('is left alone in ordinary HTML, however long', () => {
    const long = '<table><tr><td>x<br><img src=a></table><p>y'.repeat(5_000)
    expect(limitDepth(long)).toBe(long)
  })
})
