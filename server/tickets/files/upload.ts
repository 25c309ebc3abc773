import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Attachment } from '#contract'
import { type AgentActor, type House, InvalidInput, Problem, transact } from '#platform'
import { UPLOAD_MEGABYTES } from '../settings.ts'
import { fileAddress, newFileId } from './attachments.ts'
import { cleanName, cleanType, SNIFFED_BYTES, shownType } from './content-type.ts'

type View = z.input<typeof Attachment>

/** Takes one file; it waits loose, seen by its uploader alone, until a reply or note names it. */
export async function upload(house: House, me: AgentActor, request: FastifyRequest): Promise<View> {
  const most = (await house.settings.get(UPLOAD_MEGABYTES)) * 1_000_000
  const { bytes, filename, claimed, inline } = await fileIn(request, most)
  const shown = shownType(bytes.subarray(0, SNIFFED_BYTES), claimed)
  const contentType = shown?.split(';')[0] ?? cleanType(claimed)
  const file = { id: newFileId(), filename: cleanName(filename), contentType, size: bytes.length }
  const isInline = inline && (shown?.startsWith('image/') ?? false)
  const stored = await house.storage.put(bytes)
  await transact(house, async (tx) => {
    await house.storage.remember(tx, stored)
    await tx
      .insertInto('attachments')
      .values({
        public_id: file.id,
        uploaded_by: me.id,
        sha256: stored.sha256,
        filename: file.filename,
        content_type: file.contentType,
        size: file.size,
        inline: isInline,
        content_id: isInline ? file.id : null,
        created_at: house.now(),
      })
      .execute()
  })
  return { ...file, inline: isInline, url: fileAddress(file.id) }
}

async function fileIn(request: FastifyRequest, most: number) {
  if (!request.isMultipart()) throw new Problem(415, 'unsupported-media-type', { detail: 'Send multipart/form-data' })
  let found: { bytes: Buffer; filename: string; claimed: string } | null = null
  let inline = false
  try {
    for await (const part of request.parts({ limits: { fileSize: most } })) {
      if (part.type === 'field') {
        if (part.fieldname === 'inline') inline = part.value === 'true'
      } else if (part.fieldname === 'file' && found === null) {
        found = { bytes: await part.toBuffer(), filename: part.filename || 'file', claimed: part.mimetype }
      } else {
        part.file.resume()
      }
    }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'FST_REQ_FILE_TOO_LARGE') {
      throw new Problem(413, 'too-large', { detail: `A file may have ${most / 1_000_000} MB` })
    }
    if (code?.startsWith('FST_')) throw new InvalidInput('file', 'Send one file in the field file')
    throw error
  }
  if (found === null) throw new InvalidInput('file', 'The file is missing')
  return { ...found, inline }
}
