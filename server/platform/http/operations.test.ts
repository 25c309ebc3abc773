import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { type Operation, people, session, tickets } from '#contract'
import { openApiDocument } from './openapi.ts'
import { operations, routeFaults } from './operations.ts'
import type { Route } from './route.ts'

const routeOf = (operation: Operation): Route => ({ operation, handle: async () => undefined })
const all = [...operations().values()].map(routeOf)

describe('the contract and its routes', () => {
  it('fit when each operation has one handler', () => {
    expect(routeFaults(all)).toEqual([])
  })

  it('keep the server from starting when an operation is not answered, answered twice, or not agreed on', () => {
    expect(routeFaults(all.filter((route) => route.operation !== tickets.claim))).toEqual([
      'tickets.claim has no handler',
    ])
    expect(routeFaults([...all, routeOf(session.me)])).toEqual(['session.me has 2 handlers'])
    const stray = routeOf({ ...people.agents, path: '/secret-door' })
    expect(routeFaults([...all, stray])).toEqual(['GET /secret-door is not in the contract'])
  })

  it('keep the server from starting when nobody said who may call, or what a parameter is', () => {
    const careless = { ...people.agents, path: '/careless/:id', access: undefined } as unknown as Operation
    const faults = routeFaults([routeOf(careless)], new Map([['x.careless', careless]]))
    expect(faults).toEqual(['x.careless has no access rule', 'x.careless does not check its parameter id'])
    const twin = { ...people.changeAgent, path: '/agents/:agent' }
    const twins = new Map<string, Operation>([
      ['a', people.changeAgent],
      ['b', twin],
    ])
    expect(routeFaults([routeOf(people.changeAgent), routeOf(twin)], twins)).toContain(
      'b and a have one address: PATCH /agents/:',
    )
  })
})

describe('the API’s document', () => {
  const document = openApiDocument('https://desk.example')

  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(structuredClone(document))
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
  })

  it('has every operation, with its role, its scope and its refusals', () => {
    const paths = document.paths as Record<
      string,
      Record<string, { operationId: string; description: string; responses: object }>
    >
    const listed = Object.values(paths).flatMap((path) => Object.values(path))
    expect(listed.map((o) => o.operationId).sort()).toEqual([...operations().keys()].sort())
    expect(paths['/api/v1/tickets/{number}/claim']!.post!.description).toBe(
      'Role: at least agent. Scope of an API key: write.',
    )
    for (const operation of listed) expect(operation.responses).toHaveProperty('default')
  })
})
