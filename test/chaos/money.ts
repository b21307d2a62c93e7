/** Whose money a run moves: of a county, spent by a unit, paid to a firm by the bank of agent-1. */

/** Division whose money it is; finance-3 is its finance department. */
export const DIVISION = "222403";

/** Credit codes of the unit of officer-1, of who is paid, and of the body of agent-1: a bank to the treasury, a firm to the market. */
export const UNIT = "11990101MB9000015E";
export const PAYEE = "91990101MA9000046A";
export const PAYING_BANK = "91990101MA9000011P";

/** An amount above zero as the graph takes it. */
export const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, "0")}`;
