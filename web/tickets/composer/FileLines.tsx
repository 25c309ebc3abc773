import type { Attachment } from '#contract'
import RetryIcon from '~icons/tabler/refresh'
import CloseIcon from '~icons/tabler/x'
import { fileSize } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { IconButton } from '../../ui/index.ts'
import { FileKindIcon } from '../thread/Attachments.tsx'
import styles from './FileLines.module.css'
import type { RunningUpload } from './files.ts'

interface Props {
  attachments: Attachment[]
  running: RunningUpload[]
  onRemove: (attachment: Attachment) => void
  onStop: (id: number) => void
  onRetry: (upload: RunningUpload) => void
}

/** The files that will go along: those that are here, those on their way, those that failed. */
export function FileLines({ attachments, running, onRemove, onStop, onRetry }: Props) {
  const t = useText()
  const language = useLanguage()
  const files = attachments.filter((a) => !a.inline)
  if (files.length === 0 && running.length === 0) return null
  return (
    <ul className={styles.files}>
      {files.map((a) => (
        <li key={a.id} className={styles.file}>
          <FileKindIcon type={a.contentType} name={a.filename} />
          <a href={a.url} target="_blank" rel="noreferrer" className={styles.name}>
            {a.filename}
          </a>
          <span className={styles.size}>{fileSize(a.size, language)}</span>
          <IconButton
            size="small"
            label={t('composer.removeFile', { name: a.filename })}
            icon={<CloseIcon />}
            onClick={() => onRemove(a)}
          />
        </li>
      ))}
      {running.map((one) => (
        <li key={one.id} className={`${styles.file} ${one.error ? styles.failed : ''}`}>
          <FileKindIcon type={one.file.type} name={one.file.name} />
          <span className={styles.name} role={one.error ? 'alert' : undefined}>
            {one.error ?? one.file.name}
          </span>
          {one.error ? (
            <IconButton
              size="small"
              label={`${t('action.retry')}: ${one.file.name}`}
              icon={<RetryIcon />}
              onClick={() => onRetry(one)}
            />
          ) : (
            <progress
              max={100}
              value={one.percent}
              aria-label={t('composer.uploading', { name: one.file.name, percent: one.percent })}
            />
          )}
          <IconButton
            size="small"
            label={t('composer.removeFile', { name: one.file.name })}
            icon={<CloseIcon />}
            onClick={() => onStop(one.id)}
          />
        </li>
      ))}
    </ul>
  )
}
