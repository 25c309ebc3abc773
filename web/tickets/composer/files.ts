import { useRef, useState } from 'react'
import type { Attachment } from '#contract'
import { ProblemError } from '../../app/api.ts'
import { errorWords } from '../../app/error-words.ts'
import { useText } from '../../app/words.ts'
import { upload } from './upload.ts'

/** A file on its way, or one that did not make it: it stays, to be tried again. */
export interface RunningUpload {
  id: number
  file: File
  inline: boolean
  percent: number
  error: string | null
}

let ids = 0

/** Uploads several files at a time and hands over each that has arrived. */
export function useUploads(onDone: (attachment: Attachment, inline: boolean) => void) {
  const t = useText()
  const [running, setRunning] = useState<RunningUpload[]>([])
  const stops = useRef(new Map<number, AbortController>())
  const done = useRef(onDone)
  done.current = onDone
  const change = (id: number, patch: Partial<RunningUpload>) =>
    setRunning((all) => all.map((one) => (one.id === id ? { ...one, ...patch } : one)))
  const drop = (id: number) => setRunning((all) => all.filter((one) => one.id !== id))

  const start = async ({ id, file, inline }: Pick<RunningUpload, 'id' | 'file' | 'inline'>) => {
    const stop = new AbortController()
    stops.current.set(id, stop)
    change(id, { error: null, percent: 0 })
    try {
      const attachment = await upload(file, {
        inline,
        signal: stop.signal,
        onProgress: (percent) => change(id, { percent }),
      })
      drop(id)
      done.current(attachment, inline)
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return
      const why = error instanceof ProblemError || error instanceof Error ? errorWords(error, t) : ''
      change(id, { error: `${t('composer.uploadFailed', { file: file.name })} ${why}` })
    }
  }
  return {
    running,
    isBusy: running.some((one) => one.error === null),
    add: (files: readonly File[], inline: (file: File) => boolean) => {
      const added = files.map((file) => ({ id: ++ids, file, inline: inline(file), percent: 0, error: null }))
      setRunning((all) => [...all, ...added])
      for (const one of added) void start(one)
    },
    retry: (one: RunningUpload) => void start(one),
    remove: (id: number) => {
      stops.current.get(id)?.abort()
      drop(id)
    },
  }
}

const PICTURE = /^image\/(?:png|jpeg|gif|webp)$/
/** What may stand in the text of a mail. */
export const isInlinePicture = (file: File) => PICTURE.test(file.type)
