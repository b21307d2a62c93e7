/** An operation in Python, with gql. */
import type { Asked } from "./asked.js";

/** Text for Python: raw between three quotes where that is the same text, else as JSON, of which Python reads the strings. */
const quotedForPython = (text: string): string => (/'''|\\|'$|^'/.test(text) ? JSON.stringify(text) : `'''${text}'''`);

/** The file. */
export const python = ({ text, variables, url }: Asked): string => `import json

from gql import Client, GraphQLRequest
from gql.transport.httpx import HTTPXTransport

OPERATION = ${quotedForPython(text)}
VARIABLES = json.loads(${quotedForPython(JSON.stringify(variables))})

request = GraphQLRequest(OPERATION, variable_values=VARIABLES)
with Client(transport=HTTPXTransport(url=${JSON.stringify(url)}, timeout=20)) as session:
    answer = session.execute(request, get_execution_result=True)
print(json.dumps({"data": answer.data, "extensions": answer.extensions}, ensure_ascii=False, indent=2))
`;
