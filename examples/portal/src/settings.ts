/** What the operator of the portal sets; vite.config.ts fills it in when the portal is built. */
import { type DivisionCode, divisionCode } from "@govgraph/client";

declare const SETTINGS: { readonly issuerUrl: string; readonly clientId: string; readonly division: string };

/** Address of the issuer, the client registered there, and the prefecture that the portal serves. */
export const settings: { readonly issuerUrl: string; readonly clientId: string; readonly division: DivisionCode } = {
  ...SETTINGS,
  division: divisionCode(SETTINGS.division),
};
