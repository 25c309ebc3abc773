/**
 * Every refusal's type (the last part of problem+json `type`, after `https://reda.example/problems/`; the address is a name, not a page).
 * The web translates by `errors.<type>`; the English title is for people who read the API.
 */
export const PROBLEM_TYPES = {
  'invalid-input': 'The request is not valid',
  'not-found': 'There is no such thing, or you may not see it',
  'method-not-allowed': 'This address takes other methods',
  'not-signed-in': 'Sign in first',
  'wrong-credentials': 'The address or the password is wrong',
  'too-many-tries': 'Too many tries; wait a little',
  'not-allowed': 'You may not do this',
  'cross-site': 'This request came from another site',
  'already-set-up': 'The installation is set up already',
  'not-set-up': 'The installation is not set up yet',
  conflict: 'Someone changed this meanwhile',
  'already-assigned': 'Someone has this ticket already',
  'newer-message': 'A newer message came while you were writing',
  'ticket-closed': 'A closed ticket is read-only',
  'transition-refused': 'That change of status is not possible',
  'reason-required': 'A reason is needed',
  'too-late-to-undo': 'It is too late to undo this',
  'cannot-undo': 'This cannot be undone any more',
  'no-recipient': 'There is nobody to send this to',
  'no-mailbox': 'No mailbox can send this',
  'idempotency-mismatch': 'This Idempotency-Key was used for another request',
  'too-large': 'That is too large',
  'unsupported-media-type': 'The body must be JSON',
  'address-taken': 'That address is in use already',
  'name-taken': 'That name is in use already',
  'database-unavailable': 'The database cannot be reached; nothing was changed',
  'storage-full': 'There is no room to store this; nothing was changed',
  internal: 'Something went wrong here; nothing was changed',
} as const
export type ProblemType = keyof typeof PROBLEM_TYPES
export const PROBLEM_BASE = 'https://reda.example/problems/'
