import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Answer, Body, Operation, Params, Query } from '#contract'
import type { AgentActor } from '../actor.ts'
import type { House } from '../house.ts'

type ActorOf<O extends Operation> = O['access'] extends 'public' | 'setup' ? AgentActor | null : AgentActor

/** A request that passed its operation's access rule and schemas. */
export interface Call<O extends Operation> {
  house: House
  actor: ActorOf<O>
  params: Params<O>
  query: Query<O>
  body: Body<O>
  /** The version from `If-Match`, when the caller sent one. */
  ifMatch: number | null
  now: Date
  request: FastifyRequest
  reply: FastifyReply
}

export interface Route {
  operation: Operation
  handle(call: Call<Operation>): Promise<unknown>
}

// biome-ignore lint/suspicious/noConfusingVoidType: a handler that answers nothing returns nothing
type NoAnswer<O extends Operation> = O['response'] extends z.ZodType ? never : void

/** Ties an operation of the contract to what answers it. `file`, `events` and `upload` operations use `call.reply` and `call.request` themselves. */
export function route<const O extends Operation>(
  operation: O,
  handle: (call: Call<O>) => Promise<Answer<O> | FastifyReply | NoAnswer<O>>,
): Route {
  return { operation, handle: handle as unknown as Route['handle'] }
}
