import type { Language } from '#contract'
import * as da from './da/index.ts'
import * as en from './en/index.ts'
import * as fi from './fi/index.ts'
import type { Conversations, Surroundings } from './language-texts.ts'
import * as nb from './nb/index.ts'
import * as nn from './nn/index.ts'
import * as sv from './sv/index.ts'

export type { Surroundings } from './language-texts.ts'

export interface LanguageTexts {
  surroundings: Surroundings
  conversations: Conversations
}

export const TEXTS: Record<Language, LanguageTexts> = { nb, nn, da, sv, fi, en }
