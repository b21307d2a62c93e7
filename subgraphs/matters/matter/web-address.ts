/** Which addresses of agencies are shown. Pure. */

/** A web address; undefined for whatever else an agency wrote, so that no reader is led to run a script. */
export const webAddress = (address: string | undefined): string | undefined =>
  address !== undefined && /^https?:\/\/[^\s]+$/i.test(address) ? address : undefined;
