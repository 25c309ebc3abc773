import { useState } from 'react'
import DotsIcon from '~icons/tabler/dots'
import { useText } from '../../app/words.ts'
import styles from './MessageBody.module.css'
import { foldQuoted, linkParts, quoteRuns } from './plain-text.ts'

/** A plain-text body: what was written this time, the rest behind a button. */
export function PlainText({
  bodyText,
  replyText,
  lang,
}: {
  bodyText: string
  replyText: string
  lang?: string | undefined
}) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { shown, quotedBefore, quotedAfter } = foldQuoted(bodyText, replyText)
  if (shown === '') return <p className={styles.nothing}>{t('thread.emptyBody')}</p>
  const folded = quotedBefore !== null || quotedAfter !== null
  return (
    <div lang={lang}>
      {open && quotedBefore && <Quoted text={quotedBefore} />}
      <div className={styles.text}>
        {quoteRuns(shown).map((run, i) =>
          run.quoted ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
            <blockquote key={i} className={styles.quote}>
              <Linked text={run.text} />
            </blockquote>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
            <Linked key={i} text={run.text} />
          ),
        )}
      </div>
      {folded && (
        <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
          <DotsIcon /> {open ? t('thread.hideQuoted') : t('thread.showQuoted')}
        </button>
      )}
      {open && quotedAfter && <Quoted text={quotedAfter} />}
    </div>
  )
}

function Quoted({ text }: { text: string }) {
  return (
    <div className={`${styles.text} ${styles.quoted}`}>
      <Linked text={text} />
    </div>
  )
}

function Linked({ text }: { text: string }) {
  return linkParts(text).map((part, i) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes
      <a key={i} href={part.link} target="_blank" rel="noreferrer noopener">
        {part.text}
      </a>
    ),
  )
}
