import { createHash } from 'node:crypto'

/**
 * The shape of a backup: a line that names it, then one zstd stream of frames. A frame is a letter, the length of its
 * payload (4 bytes, big-endian) and the payload. The last frame is `Z` with the SHA-256 of all frames before it, so
 * that a file which was cut or changed is never taken for a whole one.
 */
export const magic = 'REDA BACKUP 1\n'

/** H header · T table begins · D bytes · E table ends · F file begins · G file ends · K master key · Z end. */
export type FrameKind = 'H' | 'T' | 'D' | 'E' | 'F' | 'G' | 'K' | 'Z'

export interface Frame {
  kind: FrameKind
  payload: Buffer
}

const longest = 8 * 1024 * 1024

export class BrokenBackup extends Error {}

/** Writes frames and keeps count of what the end frame needs. */
export class FrameWriter {
  readonly #hash = createHash('sha256')

  frame(kind: FrameKind, payload: Buffer | object): Buffer {
    const body = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload))
    if (body.length > longest) throw new Error('A frame holds at most 8 MB')
    const head = Buffer.alloc(5)
    head.write(kind, 0, 'latin1')
    head.writeUInt32BE(body.length, 1)
    const whole = Buffer.concat([head, body])
    this.#hash.update(whole)
    return whole
  }

  /** The end of the backup; nothing may follow. */
  end(): Buffer {
    return this.frame('Z', { sha256: this.#hash.copy().digest('hex') })
  }
}

/** Reads frames from chunks of any size. Throws BrokenBackup when the stream ends early or its checksum differs. */
export async function* readFrames(chunks: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const hash = createHash('sha256')
  let rest: Buffer = Buffer.alloc(0)
  let ended = false
  for await (const chunk of chunks) {
    if (ended) throw new BrokenBackup('The backup goes on after its end.')
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      if (rest.length < 5) break
      const length = rest.readUInt32BE(1)
      if (length > longest) throw new BrokenBackup('The backup is damaged.')
      if (rest.length < 5 + length) break
      const kind = rest.toString('latin1', 0, 1) as FrameKind
      const payload = rest.subarray(5, 5 + length)
      if (kind === 'Z') {
        const { sha256 } = json<{ sha256: string }>({ kind, payload })
        if (hash.digest('hex') !== sha256) throw new BrokenBackup('The backup is damaged: its checksum differs.')
        ended = true
        if (rest.length > 5 + length) throw new BrokenBackup('The backup goes on after its end.')
        rest = Buffer.alloc(0)
        yield { kind, payload }
        break
      }
      hash.update(rest.subarray(0, 5 + length))
      rest = rest.subarray(5 + length)
      yield { kind, payload }
    }
  }
  if (!ended) throw new BrokenBackup('The backup was cut short: its end is missing.')
}

export function json<T>(frame: Frame): T {
  try {
    return JSON.parse(frame.payload.toString()) as T
  } catch {
    throw new BrokenBackup('The backup is damaged.')
  }
}
