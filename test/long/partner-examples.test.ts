/** Examples of `npm run partner -- init` that take minutes to build (`npm run test:long`), behind a gateway. */
import { SLOW_STACKS } from "../support/partner-example.js";
import { describeExamples } from "../support/partner-example-tests.js";

describe("the slow examples", () => describeExamples(SLOW_STACKS));
