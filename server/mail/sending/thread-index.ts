/** 100-nanosecond steps from 1601 to 1970. */
const FILETIME_OFFSET = 116_444_736_000_000_000n
const filetime = (at: Date) => BigInt(at.getTime()) * 10_000n + FILETIME_OFFSET

/**
 * What Outlook threads by ([MS-OXOMSG] 2.2.1.3): when the conversation began and which it is (16 bytes, the same for all its
 * mails), then for each answer five bytes: how long after the beginning.
 */
export function threadIndex(conversation: Uint8Array, began: Date, sent: Date): string {
  const head = Buffer.alloc(22)
  head.writeBigUInt64BE(filetime(began), 0)
  head.fill(conversation.subarray(0, 16), 6)
  const steps = filetime(sent) - filetime(began)
  if (steps <= 0n) return head.toString('base64')
  const far = steps >= 1n << 49n
  const span = Number((far ? steps >> 23n : steps >> 18n) & 0x7fffffffn)
  const child = Buffer.alloc(5)
  child.writeUInt32BE((far ? 0x80000000 : 0) + span, 0)
  return Buffer.concat([head, child]).toString('base64')
}
