/*
 * Load data: many tickets with real events, digests and hashes, written by COPY, so that measurements see what a house
 * of several years holds. The same seed gives the same tickets.
 */
export {}
