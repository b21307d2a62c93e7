/** Verbs of objections, and what an objection tells of its own life: version, what may be done next, history. */
import { AttachedFile } from "../../../platform/files/classes/index.js";
import { Closed, Ctx, FieldResolver, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { CreditContext } from "../context.js";
import { OBJECTION_CLOSURE, Objection } from "../objection/objection.type.js";
import { ObjectionAction } from "./objection-handling.enums.js";
import { DecideObjectionInput, ObjectionStepInput, RaiseObjectionInput } from "./objection-handling.input.js";
import { authority, objector, type ObjectionPayload } from "./objection-handling.type.js";

type Answer = Promise<ObjectionPayload>;

@Resolver(() => Objection)
export class ObjectionHandlingResolver {
  @objector("Objects to a record about you, or about the enterprise you act for (提出异议).")
  raiseObjection(@VerbInput() input: RaiseObjectionInput, @Ctx() { services }: CreditContext): Answer {
    return services.objectionHandling.raise(input);
  }

  @objector("Takes an objection back before it is decided (撤回异议).")
  withdrawObjection(@VerbInput() input: ObjectionStepInput, @Ctx() { services }: CreditContext): Answer {
    return services.objectionHandling.withdraw(input);
  }

  @authority("Accepts an objection (受理异议).")
  acceptObjection(@VerbInput() input: ObjectionStepInput, @Ctx() { services }: CreditContext): Answer {
    return services.objectionHandling.accept(input);
  }

  @authority("Investigates an objection; the record says so publicly until it is decided (核查异议，公开标注).")
  investigateObjection(@VerbInput() input: ObjectionStepInput, @Ctx() { services }: CreditContext): Answer {
    return services.objectionHandling.investigate(input);
  }

  @authority("Decides: the record was corrected or withdrawn since, or it is right, with reasons (异议处理决定).")
  decideObjection(@VerbInput() input: DecideObjectionInput, @Ctx() { services }: CreditContext): Answer {
    return services.objectionHandling.decide(input);
  }

  @authority("Records that the objector was told the outcome (告知异议处理结果).")
  notifyObjector(@VerbInput() input: ObjectionStepInput, @Ctx() { services }: CreditContext): Answer {
    return services.objectionHandling.notify(input);
  }

  @Closed(OBJECTION_CLOSURE)
  @FieldResolver(() => [AttachedFile], { nullable: true, description: "Files that it came with (证明材料)." })
  evidence(@Root() { no }: Objection, @Ctx() { services }: CreditContext): Promise<AttachedFile[]> {
    return services.objectionHandling.evidence(no);
  }

  @VersionField({ closed: OBJECTION_CLOSURE })
  version(@Root() { version }: Objection): number {
    return version;
  }

  @AllowedActionsField(() => ObjectionAction, { closed: OBJECTION_CLOSURE })
  allowedActions(@Root() objection: Objection, @Ctx() { services }: CreditContext): Promise<ObjectionAction[]> {
    return services.objectionHandling.allowedActions(objection);
  }

  @HistoryField({ closed: OBJECTION_CLOSURE })
  history(@Root() { no }: Objection, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.objectionHandling.history(no);
  }
}
