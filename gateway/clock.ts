/** The clock of domain rules: real, or ticking from the day of the demonstration data. */

/** Gives the instant that a request counts as. */
export type Clock = () => Date;

/** Creates the clock. `epoch` is `real` or an ISO instant that counts as now. */
export const createClock = (epoch: string): Clock => {
  if (epoch === "real") return () => new Date();
  const shift = Date.parse(epoch) - Date.now();
  return () => new Date(Date.now() + shift);
};
