/** Examples of what the reference service keeps as JSON. */
import { IdentifierScheme } from "../../../subgraphs/reference/organization/organization.enums.js";
import {
  STORED_IDENTIFIER,
  STORED_NAMED_PERIOD,
} from "../../../subgraphs/reference/organization/organization.stored.js";
import { example } from "./example.js";

/** A former name of an organisation. */
export const NAMED_PERIOD = example(STORED_NAMED_PERIOD, {
  name: "演示旧名称",
  from: "2014-04-01",
  to: "2019-01-14",
});

/** An identifier of an organisation. */
export const IDENTIFIER = example(STORED_IDENTIFIER, {
  scheme: IdentifierScheme.LOCAL,
  value: "222401-GS01",
  valid: false,
  source: "zwfw",
  validFrom: "2012-01-01",
  validTo: "2019-01-14",
});
