/** Me: the signed-in viewer, a value type of the gateway; matters adds what the viewer applied for. */
import { ObjectType } from "../../../platform/graphql/classes/index.js";

/** The signed-in viewer; whose records are shown follows from the request's viewer alone. */
@ObjectType({ description: "The signed-in viewer (当前用户)." })
export class Me {}
