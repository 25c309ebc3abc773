import { readFileSync, statSync } from 'node:fs'
import { EmbeddedRefusal } from './refusal.ts'

/** The account the database server runs as. PostgreSQL refuses to run as root. */
export interface Account {
  uid: number
  gid: number
  /** False when /etc/passwd does not know the number: the server runs, but `initdb` asks for a name. */
  named: boolean
}

/** `{ uid, gid }` to spawn with, or nothing when we run as ourselves. */
export type SpawnAs = { uid: number; gid: number } | Record<string, never>

export const spawnAs = (account: Account | null): SpawnAs => (account ? { uid: account.uid, gid: account.gid } : {})

export interface PasswdEntry {
  name: string
  uid: number
  gid: number
}

/** Lines of /etc/passwd (passwd(5)); broken lines are skipped. */
export function parsePasswd(text: string): PasswdEntry[] {
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4 && /^\d+$/.test(parts[2]!) && /^\d+$/.test(parts[3]!))
    .map((parts) => ({ name: parts[0]!, uid: Number(parts[2]), gid: Number(parts[3]) }))
}

/** The rule: the owner of the data folder if that is not root, else the account asked for, else `nobody`. */
export function chooseAccount(
  owner: { uid: number; gid: number },
  wanted: string | undefined,
  entries: PasswdEntry[],
): Account {
  if (owner.uid !== 0) return { ...owner, named: entries.some((entry) => entry.uid === owner.uid) }
  const byName = (name: string) => entries.find((entry) => entry.name === name || String(entry.uid) === name)
  if (wanted) {
    const entry = byName(wanted)
    if (!entry) throw new EmbeddedRefusal(`There is no account ${wanted} on this machine.`, 'Correct REDA_DB_USER.')
    if (entry.uid === 0)
      throw new EmbeddedRefusal('The database server must not run as root.', 'Name another account in REDA_DB_USER.')
    return { uid: entry.uid, gid: entry.gid, named: true }
  }
  const nobody = byName('nobody') ?? { uid: 65534, gid: 65534 }
  return { uid: nobody.uid, gid: nobody.gid, named: true }
}

/** The account for this data folder; null when we are not root and the server simply runs as us. */
export function accountFor(dataDir: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(dataDir)
  return chooseAccount({ uid: owner.uid, gid: owner.gid }, process.env.REDA_DB_USER || undefined, passwd())
}

export function passwd(): PasswdEntry[] {
  try {
    return parsePasswd(readFileSync('/etc/passwd', 'utf8'))
  } catch {
    return []
  }
}
