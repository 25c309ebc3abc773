import { z } from 'zod'
import { Email, Empty, Id, IdText, Language, Time } from './common.ts'
import { operation } from './operation.ts'

export const ROLES = ['owner', 'admin', 'agent', 'light_agent'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** At least 12 characters; a list of common ones is refused. */
export const NewPassword = z.string().min(12).max(200)

export const Agent = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  role: Role,
  language: Language,
  active: z.boolean(),
  teamIds: z.array(Id),
})
export type Agent = z.infer<typeof Agent>

export const Team = z.object({
  id: Id,
  name: z.string(),
  visibility: z.enum(['everyone', 'members']),
  labelPack: z.enum(['four-state', 'life-cycle', 'open-closed']),
  active: z.boolean(),
  memberIds: z.array(Id),
})
export type Team = z.infer<typeof Team>

/** Opening hours: for each ISO weekday (1 Monday … 7 Sunday) the intervals in the organisation's zone, `HH:MM`. */
export const OpeningHours = z.record(
  z.string().regex(/^[1-7]$/),
  z.array(z.object({ from: z.string().regex(/^\d{2}:\d{2}$/), to: z.string().regex(/^\d{2}:\d{2}$/) })),
)

export const Organisation = z.object({
  name: z.string(),
  language: Language,
  country: z.enum(['NO', 'DK', 'SE', 'FI', 'IS', 'GB', 'OTHER']),
  timezone: z.string(),
  openingHours: OpeningHours,
})

export const Setup = z.strictObject({
  organisation: z.string().trim().min(1).max(200),
  adminName: z.string().trim().min(1).max(200),
  adminEmail: Email,
  adminPassword: NewPassword,
  language: Language,
  country: Organisation.shape.country.default('NO'),
  timezone: z.string().min(1).max(60),
  openingHours: OpeningHours.optional(),
})

/** Who is signed in, and what the desk needs to know at once. */
export const Me = z.object({
  agent: Agent.extend({
    theme: z.enum(['auto', 'light', 'dark']),
    preferences: z.record(z.string(), z.unknown()),
  }),
  organisation: Organisation,
  /** Seconds in which a sending can be undone: the agent's own, else the organisation's. */
  undoSeconds: z.int(),
  defaultNextState: z.enum(['waiting', 'open', 'resolved', 'closed']),
  version: z.string(),
})
export type Me = z.infer<typeof Me>

const tag = 'People'

export const setup = {
  state: operation({
    method: 'GET',
    path: '/setup',
    summary: 'Is the installation set up?',
    tag,
    access: 'public',
    scope: 'read',
    response: z.object({ done: z.boolean(), version: z.string() }),
  }),
  run: operation({
    method: 'POST',
    path: '/setup',
    summary: 'First set-up: organisation and owner; signs in',
    tag,
    access: 'setup',
    scope: 'admin',
    body: Setup,
    status: 201,
    response: Me,
  }),
}

export const session = {
  signIn: operation({
    method: 'POST',
    path: '/session',
    summary: 'Sign in with a password',
    tag,
    access: 'public',
    scope: 'read',
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
    status: 201,
    response: Me,
  }),
  me: operation({
    method: 'GET',
    path: '/session',
    summary: 'Who am I',
    tag,
    access: 'light_agent',
    scope: 'read',
    response: Me,
  }),
  signOut: operation({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    tag,
    access: 'light_agent',
    scope: 'read',
    status: 204,
  }),
  updateMe: operation({
    method: 'PATCH',
    path: '/session',
    summary: 'Change own profile',
    tag,
    access: 'light_agent',
    scope: 'write',
    body: z.strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      language: Language.optional(),
      theme: z.enum(['auto', 'light', 'dark']).optional(),
      preferences: z.record(z.string().max(60), z.unknown()).optional(),
    }),
    response: Me,
  }),
  changePassword: operation({
    method: 'POST',
    path: '/session/password',
    summary: 'Change own password; other sessions end',
    tag,
    access: 'light_agent',
    scope: 'write',
    body: z.strictObject({ current: z.string().max(200), next: NewPassword }),
    status: 204,
  }),
}

export const people = {
  agents: operation({
    method: 'GET',
    path: '/agents',
    summary: 'Agents',
    tag,
    access: 'light_agent',
    scope: 'read',
    response: z.object({ items: z.array(Agent) }),
  }),
  addAgent: operation({
    method: 'POST',
    path: '/agents',
    summary: 'Add an agent',
    tag,
    access: 'admin',
    scope: 'admin',
    body: z.strictObject({
      email: Email,
      name: z.string().trim().min(1).max(200),
      role: Role.default('agent'),
      password: NewPassword.optional(),
      language: Language.optional(),
      teamIds: z.array(Id).default([]),
    }),
    status: 201,
    response: Agent,
  }),
  changeAgent: operation({
    method: 'PATCH',
    path: '/agents/:id',
    summary: 'Change an agent: role, teams, active',
    tag,
    access: 'admin',
    scope: 'admin',
    params: z.object({ id: IdText }),
    body: z.strictObject({
      name: z.string().trim().min(1).max(200).optional(),
      role: Role.optional(),
      active: z.boolean().optional(),
      password: NewPassword.optional(),
      language: Language.optional(),
      teamIds: z.array(Id).optional(),
    }),
    response: Agent,
  }),
  teams: operation({
    method: 'GET',
    path: '/teams',
    summary: 'Teams that one may see',
    tag,
    access: 'light_agent',
    scope: 'read',
    response: z.object({ items: z.array(Team) }),
  }),
  addTeam: operation({
    method: 'POST',
    path: '/teams',
    summary: 'Add a team',
    tag,
    access: 'admin',
    scope: 'admin',
    body: z.strictObject({
      name: z.string().trim().min(1).max(100),
      visibility: z.enum(['everyone', 'members']).default('everyone'),
      labelPack: Team.shape.labelPack.default('four-state'),
      memberIds: z.array(Id).default([]),
    }),
    status: 201,
    response: Team,
  }),
  changeTeam: operation({
    method: 'PATCH',
    path: '/teams/:id',
    summary: 'Change a team',
    tag,
    access: 'admin',
    scope: 'admin',
    params: z.object({ id: IdText }),
    body: z.strictObject({
      name: z.string().trim().min(1).max(100).optional(),
      visibility: z.enum(['everyone', 'members']).optional(),
      labelPack: Team.shape.labelPack.optional(),
      memberIds: z.array(Id).optional(),
      active: z.boolean().optional(),
    }),
    response: Team,
  }),
  apiKeys: operation({
    method: 'GET',
    path: '/api-keys',
    summary: 'Own API keys',
    tag,
    access: 'agent',
    scope: 'admin',
    response: z.object({
      items: z.array(
        z.object({
          id: Id,
          name: z.string(),
          scopes: z.array(z.string()),
          createdAt: Time,
          expiresAt: Time,
          lastUsedAt: Time.nullable(),
        }),
      ),
    }),
  }),
  addApiKey: operation({
    method: 'POST',
    path: '/api-keys',
    summary: 'Make an API key; shown once',
    tag,
    access: 'agent',
    scope: 'admin',
    body: z.strictObject({
      name: z.string().trim().min(1).max(100),
      scopes: z
        .array(z.enum(['read', 'write', 'admin']))
        .min(1)
        .default(['read', 'write']),
      days: z.int().min(1).max(3650).default(365),
    }),
    status: 201,
    response: z.object({ id: Id, key: z.string() }),
  }),
  revokeApiKey: operation({
    method: 'DELETE',
    path: '/api-keys/:id',
    summary: 'Revoke an own API key',
    tag,
    access: 'agent',
    scope: 'admin',
    params: z.object({ id: IdText }),
    status: 204,
  }),
  settings: operation({
    method: 'GET',
    path: '/settings',
    summary: 'The organisation and its settings',
    tag,
    access: 'admin',
    scope: 'admin',
    response: z.object({ organisation: Organisation, values: z.record(z.string(), z.unknown()) }),
  }),
  changeSettings: operation({
    method: 'PATCH',
    path: '/settings',
    summary: 'Change settings',
    tag,
    access: 'admin',
    scope: 'admin',
    body: z.strictObject({
      organisation: Organisation.partial().optional(),
      values: z.record(z.string(), z.unknown()).optional(),
    }),
    response: z.object({ organisation: Organisation, values: z.record(z.string(), z.unknown()) }),
  }),
}

export const NotificationItem = z.object({
  id: Id,
  kind: z.string(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  createdAt: Time,
  readAt: Time.nullable(),
})
export const notifications = {
  list: operation({
    method: 'GET',
    path: '/notifications',
    summary: 'Own notifications, newest first',
    tag,
    access: 'light_agent',
    scope: 'read',
    query: z.object({ unread: z.enum(['true', 'false']).optional() }),
    response: z.object({ items: z.array(NotificationItem), unread: z.int() }),
  }),
  markRead: operation({
    method: 'POST',
    path: '/notifications/read',
    summary: 'Mark notifications as read',
    tag,
    access: 'light_agent',
    scope: 'write',
    body: z.strictObject({ ids: z.array(Id).max(500).optional() }).optional(),
    status: 204,
  }),
}
export const EmptyBody = Empty
