import { useEffect, useRef, useState } from 'react'
import { tickets } from '#contract'
import { addressOf } from '../../app/api.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { Button } from '../../ui/index.ts'
import styles from './MessageBody.module.css'

interface Props {
  number: string
  messageId: number
  /** Who wrote it, for the frame's name. */
  author: string
}

/** Before it is measured: about five lines, so that little moves. */
const FIRST_HEIGHT = 120

/**
 * An HTML mail in a frame without scripts. The house makes the document, with a security policy of its own; this page only measures its
 * height, and passes on the keys, since a frame keeps them to itself.
 */
export function MailFrame({ number, messageId, author }: Props) {
  const t = useText()
  const language = useLanguage()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(FIRST_HEIGHT)
  const [images, setImages] = useState<'hidden' | 'shown'>('hidden')
  const [blocked, setBlocked] = useState(false)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const loaded = () => {
    stop.current?.()
    const page = frame.current?.contentDocument
    if (!page?.documentElement) return
    setBlocked(page.documentElement.hasAttribute('data-remote-images') && images === 'hidden')
    const measure = () => {
      const root = page.documentElement
      if (!root) return
      // The body's own height: the root is never lower than the frame, so it could not shrink again.
      const style = page.defaultView?.getComputedStyle(page.body)
      const margins = style ? Number.parseFloat(style.marginTop) + Number.parseFloat(style.marginBottom) : 0
      const wide = root.scrollWidth > root.clientWidth
      setHeight(Math.ceil(page.body.getBoundingClientRect().height + (margins || 0)) + (wide ? 18 : 1))
    }
    const watcher = new ResizeObserver(measure)
    watcher.observe(page.body)
    const pass = (event: KeyboardEvent) => {
      const same = new KeyboardEvent('keydown', { ...pick(event), bubbles: true, cancelable: true })
      if (!window.dispatchEvent(same)) event.preventDefault()
    }
    page.addEventListener('toggle', measure, true)
    page.addEventListener('load', measure, true)
    page.addEventListener('keydown', pass)
    measure()
    stop.current = () => {
      watcher.disconnect()
      page.removeEventListener('toggle', measure, true)
      page.removeEventListener('load', measure, true)
      page.removeEventListener('keydown', pass)
    }
  }

  return (
    <>
      {blocked && (
        <div className={styles.blocked}>
          <span>{t('thread.imagesBlocked')}</span>
          <Button size="small" onClick={() => setImages('shown')}>
            {t('thread.loadImages')}
          </Button>
        </div>
      )}
      <div className={styles.sheet}>
        <iframe
          ref={frame}
          key={images}
          className={styles.frame}
          title={t('thread.mailFrame', { name: author })}
          // Never scripts. Same origin, so that the height can be read; links open outside of it.
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          src={addressOf(tickets.messageFrame, { params: { number, messageId }, query: { images, language } })}
          style={{ height }}
          onLoad={loaded}
        />
      </div>
    </>
  )
}

function pick({ key, code, ctrlKey, metaKey, shiftKey, altKey, repeat }: KeyboardEvent): KeyboardEventInit {
  return { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat }
}
