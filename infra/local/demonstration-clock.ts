/** From when the demonstration's clock ticks: the morning of its day, or where what was written has come to, so that its time never goes back. */
import { registeredServices } from "../../platform/config/index.js";
import { lastActAt } from "../../platform/write/index.js";
import { withDatabaseOf } from "../../commands/service-database.js";
import type { ServiceUrls } from "../../commands/service-urls.js";
import { DEMONSTRATION_DAY } from "./demonstration-day.js";

/** Nine in the morning of the demonstration's day, in Shanghai. */
export const DEMONSTRATION_MORNING = new Date(`${DEMONSTRATION_DAY}T09:00:00+08:00`);

/** The instant at which the demonstration goes on: after the last act of a person that any of the services has in its journal. */
export const demonstrationEpoch = async (urls: ServiceUrls): Promise<Date> => {
  const reached = await Promise.all(
    registeredServices().map((service) => withDatabaseOf(service, urls, "govgraph-clock", lastActAt)),
  );
  return new Date(Math.max(...[DEMONSTRATION_MORNING, ...reached.flatMap((at) => at ?? [])].map(Number)));
};
