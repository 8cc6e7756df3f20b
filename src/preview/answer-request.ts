import type * as z from 'zod';
import type { ServedPage } from './serve-pages.js';
import { toJsonPage } from './to-json-page.js';

/** Answers a request with JSON. A body that does not fit the schema is refused. */
export async function answerRequest<Request>(
  schema: z.ZodType<Request>,
  body: unknown,
  handle: (request: Request) => Promise<object> | object,
): Promise<ServedPage> {
  const parsed = schema.safeParse(body);
  return parsed.success
    ? toJsonPage(await handle(parsed.data))
    : { status: 400, type: 'text/plain; charset=utf-8', body: 'The request is not valid.\n' };
}
