import type { FastifyReply, FastifyRequest } from 'fastify'
import { people, session, setup } from '#contract'
import { type House, type Route, route, transact, version } from '#platform'
import { addAgent, agentById, agents, changeAgent } from './agents.ts'
import { addApiKey, apiKeys, revokeApiKey } from './api-keys.ts'
import { type AnySetting, changeSettings, houseSettings } from './house-settings.ts'
import { me, newPasswordHash, setPassword, updateMe } from './profile.ts'
import { rightsChanged } from './rights.ts'
import { closeSession, giveCookie, openSession, sessionToken, takeCookie } from './session.ts'
import { isSetUp, setUp } from './set-up.ts'
import { type Credentials, signIn } from './sign-in.ts'
import { addTeam, changeTeam, teamById, teams } from './teams.ts'

async function enter(house: House, request: FastifyRequest, reply: FastifyReply, credentials: Credentials) {
  const { agentId, token } = await signIn(house, credentials, {
    address: request.ip,
    userAgent: request.headers['user-agent'],
    oldToken: sessionToken(house, request),
  })
  giveCookie(house, reply, token)
  return me(house, agentId, version)
}

export function peopleRoutes(declared: readonly AnySetting[]): Route[] {
  return [
    route(setup.state, async ({ house }) => ({ done: await isSetUp(house), version })),
    route(setup.run, async ({ house, body, request, reply, now }) => {
      const { agentId } = await setUp(house, body)
      const userAgent = request.headers['user-agent']
      giveCookie(
        house,
        reply,
        await transact(house, (tx) => openSession(tx, { id: agentId, epoch: 0 }, now, userAgent)),
      )
      return me(house, agentId, version)
    }),
    route(session.signIn, ({ house, body, request, reply }) => enter(house, request, reply, body)),
    route(session.me, ({ house, actor }) => me(house, actor.id, version)),
    route(session.signOut, async ({ house, actor, request, reply }) => {
      const token = actor.via === 'session' ? sessionToken(house, request) : null
      if (token !== null) {
        await transact(house, async (tx) => {
          await closeSession(tx, token)
          rightsChanged(tx, actor.id)
        })
        takeCookie(house, reply)
      }
    }),
    route(session.updateMe, async ({ house, actor, body }) => {
      await transact(house, (tx) => updateMe(tx, actor, body))
      return me(house, actor.id, version)
    }),
    route(session.changePassword, async ({ house, actor, body, request, reply, now }) => {
      const hash = await newPasswordHash(house, actor, body, request.ip)
      const token = await transact(house, async (tx) => {
        const epoch = await setPassword(tx, actor, hash)
        if (actor.via !== 'session') return null
        return openSession(tx, { id: actor.id, epoch }, now, request.headers['user-agent'])
      })
      if (token !== null) giveCookie(house, reply, token)
    }),
    route(people.agents, async ({ house }) => ({ items: await agents(house.db) })),
    route(people.addAgent, async ({ house, actor, body }) => {
      const id = await transact(house, (tx) => addAgent(tx, actor, body))
      return agentById(house.db, id)
    }),
    route(people.changeAgent, async ({ house, actor, params, body }) => {
      await transact(house, (tx) => changeAgent(tx, actor, params.id, body))
      return agentById(house.db, params.id)
    }),
    route(people.teams, async ({ house, actor }) => ({ items: await teams(house.db, actor) })),
    route(people.addTeam, async ({ house, actor, body }) => {
      const id = await transact(house, (tx) => addTeam(tx, body))
      return teamById(house.db, actor, id)
    }),
    route(people.changeTeam, async ({ house, actor, params, body }) => {
      await transact(house, (tx) => changeTeam(tx, params.id, body))
      return teamById(house.db, actor, params.id)
    }),
    route(people.apiKeys, async ({ house, actor }) => ({ items: await apiKeys(house, actor) })),
    route(people.addApiKey, ({ house, actor, body, now }) => transact(house, (tx) => addApiKey(tx, actor, body, now))),
    route(people.revokeApiKey, async ({ house, actor, params, now }) => {
      await transact(house, async (tx) => {
        await revokeApiKey(tx, actor, params.id, now)
        rightsChanged(tx, actor.id)
      })
    }),
    route(people.settings, ({ house }) => houseSettings(house, declared)),
    route(people.changeSettings, async ({ house, actor, body }) => {
      await transact(house, (tx) => changeSettings(tx, house, actor, declared, body))
      return houseSettings(house, declared)
    }),
  ]
}
