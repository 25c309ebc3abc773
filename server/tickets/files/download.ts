import { once } from 'node:events'
import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { sql } from 'kysely'
import { type AgentActor, type House, NotFound } from '#platform'
import { scope } from '../access.ts'
import { seenTicketId } from '../seen-ticket.ts'
import { contentDisposition, SNIFFED_BYTES, shownType } from './content-type.ts'

interface Stored {
  sha256: Buffer
  filename: string
  contentType: string
  size: number
}

/** A file for whoever may see its ticket; a loose upload for its uploader alone. */
export async function download(
  house: House,
  me: AgentActor,
  publicId: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { rows } = await sql<Stored>`
    select a.sha256, a.filename, a.content_type as "contentType", a.size
    from attachments a left join tickets t on t.id = a.ticket_id
    where a.public_id = ${publicId}
      and case when a.ticket_id is null then a.uploaded_by = ${me.id} else ${scope(me)} end`.execute(house.db)
  const file = rows[0]
  if (!file) throw new NotFound()
  return send(house, reply, file)
}

/** The raw mail of a message. */
export async function original(
  house: House,
  me: AgentActor,
  { number, messageId }: { number: string; messageId: number },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ticketId = await seenTicketId(house.db, me, number)
  const { rows } = await sql<{ sha256: Buffer; size: number }>`
    select f.sha256, f.size from messages m join stored_files f on f.sha256 = m.raw_sha256
    where m.id = ${messageId} and m.ticket_id = ${ticketId}`.execute(house.db)
  const raw = rows[0]
  if (!raw) throw new NotFound()
  return send(house, reply, { ...raw, filename: `${number}-${messageId}.eml`, contentType: 'message/rfc822' })
}

/** Small enough to be read at once. */
const AT_ONCE = 262_144

async function send(house: House, reply: FastifyReply, file: Stored): Promise<FastifyReply> {
  const body = file.size <= AT_ONCE ? await house.storage.read(file.sha256) : house.storage.stream(file.sha256)
  const head = Buffer.isBuffer(body) ? body : await firstChunk(body)
  const shown = shownType(head.subarray(0, SNIFFED_BYTES), file.contentType)
  return reply
    .headers({
      'content-type': shown ?? 'application/octet-stream',
      'content-length': file.size,
      'content-disposition': contentDisposition(shown === null ? 'attachment' : 'inline', file.filename),
      // Whatever it is, it runs nothing and loads nothing.
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    .send(body)
}

/** The beginning of a large file, put back so that it is sent too. */
async function firstChunk(stream: Readable): Promise<Buffer> {
  await once(stream, 'readable')
  const chunk = stream.read() as Buffer | null
  if (chunk === null) throw new Error('A stored file is shorter than its row says')
  stream.unshift(chunk)
  return chunk
}
