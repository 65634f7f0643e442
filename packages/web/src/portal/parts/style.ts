import { createHash } from 'node:crypto'
import { STYLE } from '../data/style.js'

/** The style sheet under a name that carries the digest of its content, so that it can be kept for good. */
export const STYLE_PATH = `/portal/${createHash('sha256').update(STYLE).digest('hex').slice(0, 16)}.css`
