import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, houseOf, InvalidInput, type Tx } from '#platform'
import type { MessageFile } from '../conversation/message.ts'
import { keepable } from '../history/canonical-json.ts'

/** The last part of a file's address: 128 random bits, so that no address can be guessed from another. */
export function newFileId(): string {
  return randomBytes(16).toString('base64url')
}

/** Where a file is fetched; inline images stand in bodies by this. */
export function fileAddress(publicId: string): string {
  return `/api/v1/attachments/${publicId}`
}

/** Files that came with a message from outside: remembered and attached. The bytes are in the storage already. */
export async function attachFiles(
  tx: Tx,
  ticketId: number,
  messageId: number,
  files: readonly MessageFile[],
): Promise<void> {
  if (files.length === 0) return
  const { storage } = houseOf(tx)
  const unique = new Map(files.map((file) => [file.sha256.toString('hex'), file]))
  // In one order everywhere, so that two mails with the same files never wait for each other.
  for (const key of [...unique.keys()].sort()) await storage.remember(tx, unique.get(key)!)
  await sql`
    insert into attachments (public_id, ticket_id, message_id, sha256, filename, content_type, size, inline, content_id)
    select f.public_id, ${ticketId}, ${messageId}, f.sha256, f.filename, f.content_type, f.size, f.inline, f.content_id
    from unnest(${files.map((f) => f.publicId)}::text[], ${files.map((f) => f.sha256)}::bytea[], ${files.map((f) => f.filename)}::text[],
      ${files.map((f) => f.contentType)}::text[], ${files.map((f) => f.size)}::bigint[], ${files.map((f) => f.inline)}::boolean[],
      ${files.map((f) => f.contentId)}::text[]) with ordinality as f (public_id, sha256, filename, content_type, size, inline, content_id, place)
    order by f.place`.execute(tx)
}

/** An agent's own uploads by their ids, locked until they are attached. Refuses ids that are not theirs or are used already. */
export async function ownUploads(tx: Tx, agentId: number, publicIds: readonly string[]): Promise<MessageFile[]> {
  const wanted = [...new Set(publicIds)]
  if (wanted.length === 0) return []
  const { rows } = await sql<MessageFile>`
    select public_id as "publicId", sha256, size, filename, content_type as "contentType", inline, content_id as "contentId"
    from attachments where public_id = any(${wanted}::text[]) and message_id is null and uploaded_by = ${agentId}
    order by id for update`.execute(tx)
  if (rows.length !== wanted.length) {
    const missing = wanted.find((id) => !rows.some((row) => row.publicId === id))
    throw new InvalidInput('attachments', `There is no upload ${missing} that waits to be used`)
  }
  return rows
}

export async function attachUploads(
  tx: Tx,
  ticketId: number,
  messageId: number,
  files: readonly MessageFile[],
): Promise<void> {
  if (files.length === 0) return
  await sql`update attachments set ticket_id = ${ticketId}, message_id = ${messageId}
    where public_id = any(${files.map((f) => f.publicId)}::text[])`.execute(tx)
}

/** As `ownUploads`, for whoever acts: only agents have uploads. */
export async function uploadsOf(tx: Tx, actor: Actor, publicIds: readonly string[]): Promise<MessageFile[]> {
  return actor.type === 'agent' ? ownUploads(tx, actor.id, publicIds) : []
}

/** A file's name and type as the database can keep them. */
export function fileOf(file: MessageFile): MessageFile {
  const { sha256, ...rest } = file
  return { ...keepable(rest), sha256 }
}
