import type { Attachment } from '#contract'
import CalendarIcon from '~icons/tabler/calendar-event'
import DownloadIcon from '~icons/tabler/download'
import FileIcon from '~icons/tabler/file'
import TextIcon from '~icons/tabler/file-text'
import PdfIcon from '~icons/tabler/file-type-pdf'
import ArchiveIcon from '~icons/tabler/file-zip'
import ImageIcon from '~icons/tabler/photo'
import TableIcon from '~icons/tabler/table'
import { fileSize } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import styles from './Attachments.module.css'

/** Pictures that a browser shows without running anything in them. SVG is not among them. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
/** Larger ones are only offered, not loaded. */
const PREVIEW_LIMIT = 5_000_000

/** The files of a message: pictures as small previews, others as lines with name, kind and size. */
export function Attachments({ attachments }: { attachments: Attachment[] }) {
  const t = useText()
  const language = useLanguage()
  if (attachments.length === 0) return null
  const pictures = attachments.filter(isPicture)
  const files = attachments.filter((a) => !isPicture(a))
  return (
    <section className={styles.attachments} aria-label={t('thread.attachments', { count: attachments.length })}>
      {pictures.length > 0 && (
        <ul className={styles.pictures}>
          {pictures.map((a) => (
            <li key={a.id}>
              <a href={a.url} target="_blank" rel="noreferrer" title={a.filename} className={styles.picture}>
                <img src={a.url} alt="" loading="lazy" />
                <span>{a.filename}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((a) => (
            <li key={a.id}>
              <a href={a.url} download={a.filename} className={styles.file}>
                <FileKindIcon type={a.contentType} name={a.filename} />
                <span className={styles.name}>{a.filename}</span>
                <span className={styles.size}>
                  {kindOf(a)} · {fileSize(a.size, language)}
                </span>
                <DownloadIcon className={styles.download} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export const isPicture = (a: Pick<Attachment, 'contentType' | 'size'>) =>
  PICTURES.has(a.contentType) && a.size <= PREVIEW_LIMIT

export function FileKindIcon({ type, name }: { type: string; name: string }) {
  if (type.startsWith('image/')) return <ImageIcon />
  if (type === 'application/pdf') return <PdfIcon />
  if (type === 'text/calendar') return <CalendarIcon />
  if (/zip|compressed|tar|rar/.test(type)) return <ArchiveIcon />
  if (/sheet|excel|csv/.test(type) || /\.(csv|xlsx?|ods)$/i.test(name)) return <TableIcon />
  if (type.startsWith('text/') || /word|opendocument\.text|rtf/.test(type)) return <TextIcon />
  return <FileIcon />
}

/** What people call it: the ending of its name. */
function kindOf(a: Pick<Attachment, 'filename' | 'contentType'>): string {
  const ending = /\.([a-z0-9]{1,6})$/i.exec(a.filename)?.[1]
  return (ending ?? a.contentType.split('/').at(-1) ?? '').toUpperCase().slice(0, 8)
}
