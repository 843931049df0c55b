// Tells of each test in one line of JSON. A test that was skipped has not passed.
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === "test:pass" || type === "test:fail") {
      const left = data.skip !== undefined || data.todo !== undefined;
      yield JSON.stringify({
        name: data.name,
        passed: type === "test:pass" && !left,
        reason: left ? "the script left it out" : reasonOf(data.details.error),
      }) + "\n";
    }
  }
}

function reasonOf(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause ?? "");
}
