/** A request that HTTP itself refuses: a public code, and a status and headers of its own beside it. */
import { ServiceError, type ErrorCode, type ServiceErrorDetails } from "../../platform/errors/index.js";

/** How the refusal travels. */
export interface RefusalHttp {
  /** @default the status of the code */
  readonly status?: number;
  /** Such as `allow` (RFC 9110 section 15.5.6). */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal whose HTTP status says more than its code does. */
export class RequestRefusal extends ServiceError {
  constructor(
    code: ErrorCode,
    message: string,
    details: ServiceErrorDetails,
    readonly http: RefusalHttp = {},
  ) {
    super(code, message, details);
  }
}
