/** AttachedFile: a value type that every service shows alike: a file that an object holds. */
import { Directive, Field, ID, Int, ObjectType } from "../../graphql/classes/index.js";
import { DateTimeScalar } from "../../graphql/index.js";
import type { AttachedFile as KeptFile } from "../attached/index.js";
import { printFileId } from "../file-id.js";

/** A file that an object holds. */
@Directive("@shareable")
@ObjectType({
  description: "A file that an object holds; whoever may read the object reads it at `/files/{fileId}` (附件).",
})
export class AttachedFile {
  @Field(() => ID, { description: "Id, behind `/files/` (附件编号)." })
  fileId: string;

  @Field(() => String, { description: "Name (文件名)." })
  name: string;

  @Field(() => String, { description: "Type, read off the content (文件类型)." })
  mediaType: string;

  @Field(() => Int, { description: "Size in bytes (字节数)." })
  bytes: number;

  @Field(() => String, { description: "SHA-256, 64 hexadecimal digits (校验值)." })
  sha256: string;

  @Field(() => DateTimeScalar, { description: "When it was attached (上传时间)." })
  attachedAt: Date;
}

/** A file that an object of the service holds, as it is shown. */
export const shownFile = (
  { id, name, mediaType, bytes, sha256, attachedAt }: KeptFile,
  service: string,
): AttachedFile => ({
  fileId: printFileId({ service, id }),
  name,
  mediaType,
  bytes: Number(bytes),
  sha256,
  attachedAt,
});
