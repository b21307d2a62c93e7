/** Texts that are Unicode. */

/** True without half a surrogate pair; what `String.prototype.isWellFormed` says, which Node 20 has and our lib does not declare. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
