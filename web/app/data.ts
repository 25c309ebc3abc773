import {
  QueryClient,
  type QueryKey,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { Answer, Operation } from '#contract'
import { type Address, type CallOptions, call, type Input, NoConnection, newKey, ProblemError } from './api.ts'
import { showError } from './error-toast.ts'

/** All that the desk knows from the house. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The house may be on this very machine: the browser's own idea of being online says nothing.
      networkMode: 'always',
      staleTime: 20_000,
      gcTime: 10 * 60_000,
      retry: (failures, error) =>
        failures < 4 && (error instanceof NoConnection || (error instanceof ProblemError && error.status >= 500)),
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 8_000),
    },
    mutations: { networkMode: 'always' },
  },
})

/** Where an answer is kept: by path, then by what was asked. `keyOf(operation)` alone names all answers of it. */
export function keyOf<O extends Operation>(operation: O, input?: Address<O>): QueryKey {
  if (!input) return [operation.path]
  return [operation.path, input.params ?? null, input.query ?? null]
}

/** For route loaders, prefetching and `useSuspenseQuery`. */
export function dataOf<O extends Operation>(operation: O, input: Input<O>, options?: CallOptions) {
  return queryOptions<Answer<O>, Error>({
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }) => call(operation, input, { ...options, signal }),
  })
}

/** Reads an operation; kept fresh by the live connection. */
export function useData<O extends Operation>(
  operation: O,
  input: Input<O>,
  options?: { enabled?: boolean; staleTime?: number; keepPrevious?: boolean },
): UseQueryResult<Answer<O>, Error> {
  const { keepPrevious, ...rest } = options ?? {}
  return useQuery<Answer<O>, Error>({
    ...dataOf(operation, input),
    ...rest,
    ...(keepPrevious ? { placeholderData: (previous: Answer<O> | undefined) => previous } : {}),
  } as Parameters<typeof useQuery<Answer<O>, Error>>[0])
}

export interface CommandOptions<O extends Operation, C> {
  /** Show it at once; what is returned goes back to `rollback` when the house refuses. */
  optimistic?: (input: Input<O>) => C
  rollback?: (context: C, input: Input<O>) => void
  done?: (answer: Answer<O>, input: Input<O>) => void
  /** Return true when the refusal has been said beside its cause; else it is said in a toast. */
  refused?: (error: Error, input: Input<O>) => boolean | undefined
  /** Operations to read again afterwards. */
  refresh?: Operation[]
}
export type CommandInput<O extends Operation> = Input<O> & { version?: number }

/** Changes something by an operation: optimistic when told how, a refusal is always said. A lost connection is tried again, safely. */
export function useCommand<O extends Operation, C = unknown>(
  operation: O,
  options: CommandOptions<O, C> = {},
): UseMutationResult<Answer<O>, Error, CommandInput<O>, C> {
  return useMutation<Answer<O>, Error, CommandInput<O>, C>({
    mutationFn: (input) => callSafely(operation, input),
    onMutate: (input) => options.optimistic?.(input) as C,
    onError: (error, input, context) => {
      if (context !== undefined) options.rollback?.(context, input)
      if (!options.refused?.(error, input)) showError(error)
    },
    onSuccess: (answer, input) => options.done?.(answer, input),
    onSettled: () => {
      for (const refreshed of options.refresh ?? []) queryClient.invalidateQueries({ queryKey: keyOf(refreshed) })
    },
  })
}

/** One key for all tries: the house does it once, however often it hears it. */
async function callSafely<O extends Operation>(operation: O, input: CommandInput<O>): Promise<Answer<O>> {
  const { version, ...rest } = input
  const options: CallOptions = {
    ...(version === undefined ? {} : { version }),
    ...(operation.method === 'POST' ? { idempotencyKey: newKey() } : {}),
  }
  for (let attempt = 0; ; attempt++) {
    try {
      return await call(operation, rest as unknown as Input<O>, options)
    } catch (error) {
      if (!(error instanceof NoConnection) || attempt >= 2) throw error
      await new Promise((resolve) => setTimeout(resolve, 400 * 3 ** attempt))
    }
  }
}
