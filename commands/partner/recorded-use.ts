/** Opens what gateways recorded of use, where there is any. */
import { readConfig } from "../../platform/config/index.js";
import { isLocalDate, localDateOf, type LocalDate } from "../../platform/domain/index.js";
import { dayCountOf } from "../day-count.js";
import { GATEWAYS_VARIABLES } from "./gateways-variables.js";
import { openUseStore, type UseSpan, type UseStore } from "../../platform/use/use.repository.js";

/** Longest time that a question to it may take, in milliseconds. */
const LONGEST_MS = 60_000;

/** Days that are looked back on, where nothing else is said. */
export const DEFAULT_DAYS = 30;

/** The last days up to a day, today where none is given. Throws a sentence where they are none. */
export const spanOf = (days: string | number = DEFAULT_DAYS, on: LocalDate = localDateOf(new Date())): UseSpan => {
  const count = dayCountOf(days, "--days");
  if (!isLocalDate(on)) throw new Error(`${String(on)} is not a day.`);
  return { day: on, days: count };
};

/** Works with the store; returns undefined where gateways count nothing. */
export const withUseStore = async <Result>(work: (store: UseStore) => Promise<Result>): Promise<Result | undefined> => {
  const { GATEWAY_USE_STORE: store } = readConfig(GATEWAYS_VARIABLES, process.env);
  if (store === "") return undefined;
  const opened = openUseStore(store, LONGEST_MS);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
};
