/** Types that carry lists: of themselves they say nothing of anybody. */

/** True for the name of a type that carries lists. */
export const carriesLists = (type: string): boolean => /(Connection|Edge)$|^PageInfo$/.test(type);
