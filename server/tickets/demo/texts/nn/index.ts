import type { Conversations } from '../language-texts.ts'
import { boatYard } from './boat-yard.ts'
import { energy } from './energy.ts'
import { machines } from './machines.ts'
import { municipality } from './municipality.ts'
import { webShop } from './web-shop.ts'

export { surroundings } from './surroundings.ts'
export const conversations: Conversations = { boatYard, webShop, municipality, energy, machines }
