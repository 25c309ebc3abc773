'use strict'
// Everything in bin/ is plain JavaScript without dependencies: it runs before anything is installed, on Node 20 or newer.
const { existsSync } = require('node:fs')
const path = require('node:path')

/** The folder of the package. */
exports.root = path.resolve(__dirname, '../..')

/** The Node that the lockfile pins, or null before the packages are installed. */
exports.pinnedNode = () => {
  const node = path.join(exports.root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin/node')
  return existsSync(node) ? node : null
}
