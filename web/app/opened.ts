import { storeOf } from './store.ts'

/** What the shell has opened over the page: the command menu, the list of keys, the menu on phones. */
export const opened = storeOf<'nothing' | 'commands' | 'keys' | 'menu'>('nothing')
export const openCommands = () => opened.set('commands')
export const openKeys = () => opened.set('keys')
