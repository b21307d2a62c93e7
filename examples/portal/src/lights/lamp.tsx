/** A lamp: its shape differs with its colour, for those who do not tell colours apart. */
import type { Light } from "../gql/graphql.js";

/** The lamp, which says nothing by itself: its name stands beside it. */
export const Lamp = ({ light }: { readonly light: Light }) => (
  <svg className={`lamp lamp-${light.toLowerCase()}`} viewBox="0 0 20 20" aria-hidden="true">
    {light === "BLACK" && <rect x="2" y="2" width="16" height="16" rx="2" />}
    {light === "RED" && <circle cx="10" cy="10" r="8.5" />}
    {light === "YELLOW" && <path d="M10 2 19 18H1z" />}
    {(light === "GREEN" || light === "PROVISIONAL") && <path d="M10 1 19 10 10 19 1 10z" />}
  </svg>
);
