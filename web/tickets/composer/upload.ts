import type { Attachment } from '#contract'
import { tickets } from '#contract'
import { addressOf, NoConnection, newKey, ProblemError } from '../../app/api.ts'
import { heardFromServer, lostServer } from '../../app/connection.ts'
import { signInAgain } from '../../app/session-gate.ts'

export interface UploadOptions {
  /** A picture that stands in the text. */
  inline: boolean
  onProgress: (percent: number) => void
  signal: AbortSignal
}

/** Uploads a file and tells how far it has come, which `fetch` cannot. Refuses as `call` does; an ended session waits for the reader. */
export async function upload(file: File, options: UploadOptions): Promise<Attachment> {
  const key = newKey()
  for (;;) {
    try {
      return await send(file, options, key)
    } catch (error) {
      if (!(error instanceof ProblemError && error.type === 'not-signed-in')) throw error
      await signInAgain()
    }
  }
}

function send(file: File, { inline, onProgress, signal }: UploadOptions, key: string): Promise<Attachment> {
  const form = new FormData()
  // Fields first: the house reads as it comes.
  if (inline) form.append('inline', 'true')
  form.append('file', file, file.name || 'image.png')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(tickets.upload, {}))
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', key)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.floor((event.loaded / event.total) * 100))
    }
    request.onload = () => {
      heardFromServer()
      const body = request.response as (Attachment & { type?: string; title?: string }) | null
      if (request.status >= 200 && request.status < 300 && body) resolve(body)
      else
        reject(
          new ProblemError({
            type: body?.type ?? 'internal',
            title: body?.title ?? request.statusText,
            status: request.status,
          }),
        )
    }
    request.onerror = () => {
      lostServer()
      reject(new NoConnection('No connection'))
    }
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
