/** What credit says of a body's lists, as the gateway hands it on. Pure. */
import { isLocalDate } from "../../../platform/domain/index.js";

/** Facts of the lists; undefined where credit said nothing, or something that is no such fact. */
export interface ListFacts {
  readonly onSeriousList: boolean | undefined;
  readonly seriousListSince: string | undefined;
}

/** Takes nothing but the exact values: gates open by them, and a value from elsewhere is no answer. */
export const listFactsOf = ({ onSeriousList, seriousListSince }: Readonly<Record<string, unknown>>): ListFacts => ({
  onSeriousList: typeof onSeriousList === "boolean" ? onSeriousList : undefined,
  seriousListSince:
    typeof seriousListSince === "string" && isLocalDate(seriousListSince) ? seriousListSince : undefined,
});
