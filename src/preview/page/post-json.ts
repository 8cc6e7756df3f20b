/** Sends a request as JSON to the preview, and returns its answer. Returns null if the preview has stopped or refuses it. */
export async function postJson<Answer>(name: string, request: object): Promise<Answer | null> {
  try {
    const response = await fetch(name, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    return response.ok ? ((await response.json()) as Answer) : null; // sent by our own server
  } catch {
    return null;
  }
}
