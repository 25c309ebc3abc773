import type { z } from 'zod'

/** Who may call an operation at all. What of it they may see is decided by the command or query (ticket visibility, own things). */
export type Access =
  /** Anyone, without a session. */
  | 'public'
  /** Anyone, as long as the installation has no administrator yet. */
  | 'setup'
  /** Every signed-in agent, light agents included (they read and write notes). */
  | 'light_agent'
  | 'agent'
  | 'admin'
  | 'owner'

/** An API key needs this scope besides the rights of its agent. */
export type Scope = 'read' | 'write' | 'admin'

export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, with `:name` for parameters. */
  path: string
  /** One line for the API's document. */
  summary: string
  tag: string
  access: Access
  scope: Scope
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** 200 unless said. */
  status?: 200 | 201 | 202 | 204
  response?: z.ZodType
  /** `json` unless said. `file`: bytes. `events`: server-sent events. `upload`: the body is multipart/form-data. */
  kind?: 'json' | 'file' | 'events' | 'upload'
}

export type Params<O extends Operation> = O['params'] extends z.ZodType ? z.output<O['params']> : Record<string, never>
export type Query<O extends Operation> = O['query'] extends z.ZodType ? z.output<O['query']> : Record<string, never>
export type Body<O extends Operation> = O['body'] extends z.ZodType ? z.output<O['body']> : undefined
/** What a caller may send: fields with defaults may be left out. */
export type BodyInput<O extends Operation> = O['body'] extends z.ZodType ? z.input<O['body']> : undefined
export type QueryInput<O extends Operation> = O['query'] extends z.ZodType ? z.input<O['query']> : Record<string, never>
export type Answer<O extends Operation> = O['response'] extends z.ZodType ? z.output<O['response']> : undefined

/** Declares an operation, keeping its exact type. */
export function operation<const O extends Operation>(o: O): O {
  return o
}
