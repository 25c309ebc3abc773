import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** The major version whose files we keep; it is part of the folder's name, so that two majors never meet in one folder. */
export const major = 18

/** Where everything of the embedded database lies. All paths absolute. */
export interface Layout {
  dataDir: string
  /** Belongs to the database account; everything below is the server's. */
  home: string
  cluster: string
  /** The cluster while it is being made; renamed to `cluster` when it is complete. */
  unfinished: string
  socketDir: string
  /** The socket folder as the server names it, seen from inside the cluster folder. */
  socketDirForServer: string
  superuserPassword: string
  password: string
  startLock: string
}

/** `sun_path` holds 107 bytes; we stay below 100. */
const longestSocketPath = 99

/** `dataDir` must be absolute and resolved, so that two spellings of a folder agree on its socket. */
export function layoutOf(dataDir: string): Layout {
  const home = join(dataDir, 'database')
  const inside = join(home, 'socket')
  const fits = Buffer.byteLength(join(inside, '.s.PGSQL.5432')) <= longestSocketPath
  // Not os.tmpdir(): the server and a later command must find the same folder, whatever TMPDIR each of them was given.
  const outside = join('/tmp', `reda-${createHash('sha256').update(home).digest('hex').slice(0, 20)}`)
  return {
    dataDir,
    home,
    cluster: join(home, `pg${major}`),
    unfinished: join(home, `pg${major}.new`),
    socketDir: fits ? inside : outside,
    // Relative, because a comma or a quote in an absolute path would be read as a list of folders.
    socketDirForServer: fits ? '../socket' : outside,
    superuserPassword: join(dataDir, 'database-superuser-password'),
    password: join(dataDir, 'database-password'),
    startLock: join(dataDir, 'database-starting.lock'),
  }
}

/** A connection string over the unix socket; the driver takes the socket's folder from `host`. */
export function connectionString(layout: Layout, user: string, password: string, database: string): string {
  const query = new URLSearchParams({ host: layout.socketDir }).toString().replaceAll('+', '%20')
  return `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@/${database}?${query}`
}
