/** PressEvent: where a body speaks to the media (新闻发布会、吹风会、访谈). */
import { Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { PressEventKind } from "./press-event.enums.js";

/** What was asked and said. */
@ObjectType({ description: "What was said, to which question (问答实录)." })
export class PressStatement {
  @Field(() => String, { nullable: true, description: "Question; null where a speaker opens (提问)." })
  question?: string;

  @Field(() => String, { description: "Post of who spoke, not a name (发言人职务)." })
  speaker: string;

  @Field(() => String, { description: "What was said (发言内容)." })
  words: string;
}

/** A press event. Transcript, documents and links are in its resolver. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "organiserUscc", division: "divisionCode" })
@ObjectType({ description: "Where a body speaks to the media; public once it is announced (新闻发布)." })
export class PressEvent {
  @Field(() => ID, { description: "Id (发布活动编号)." })
  id: string;

  @Field(() => PressEventKind, { description: "Form (发布形式)." })
  kind: PressEventKind;

  @Field(() => String, { description: "What it is about (主题)." })
  topic: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of its announcement (预告日期)." })
  announcedOn?: string;

  @Field(() => DateScalar, { description: "Day on which it is held (举行日期)." })
  heldOn: string;

  @Field(() => [String], { description: "Posts of the speakers, not names, at most ten (发布人职务)." })
  speakers: string[];

  organiserId: string;
  organiserUscc: string;
  divisionCode: string;
}

/** A page of press events. */
export const PressEventConnection = createConnectionType("PressEvent", () => PressEvent, "新闻发布");
