/**
 * Turns a Tabler icon into a React component without a JSX step: icons are a few flat shapes.
 * `unplugin-icons` wants svgr for React, which is forty packages.
 */
export const iconCompiler = {
  extension: 'js',
  compiler(svg: string): string {
    const viewBox = /viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 24 24'
    const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1] ?? ''
    return [
      `import { createElement as h } from 'react'`,
      `export default function Icon(props) {`,
      `  return h('svg', { viewBox: '${viewBox}', width: '1em', height: '1em', 'aria-hidden': true, focusable: 'false', ...props }, ${children(inner)})`,
      `}`,
    ].join('\n')
  },
}

/** `<g a="b"><path …/></g>` as calls of createElement. */
function children(markup: string): string {
  const out: string[] = []
  const tag = /<(\/?)([a-z]+)((?:\s+[a-zA-Z-]+="[^"]*")*)\s*(\/?)>/g
  for (const [, closing, name, attributes, selfClosing] of markup.matchAll(tag)) {
    if (closing) out.push(')')
    else
      out.push(
        `${out.length > 0 && out.at(-1) !== '(' ? ',' : ''}h('${name}', ${props(attributes ?? '')}${selfClosing ? ')' : ''}`,
      )
  }
  return out.join('').replace(/^,/, '')
}

function props(attributes: string): string {
  const pairs = [...attributes.matchAll(/([a-zA-Z-]+)="([^"]*)"/g)].map(([, name, value]) => [
    name!.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value === '2' && name === 'stroke-width' ? '1.75' : value,
  ])
  return JSON.stringify(Object.fromEntries(pairs))
}
