/** Whether a folder or a file refused a change because nobody, or not this person, may change it. */
export function isLocked(error: unknown): boolean {
  return (
    error instanceof Error &&
    /NoPermissions|NotADirectory|EPERM|EACCES|EROFS|ENOTDIR/.test(`${error.name} ${error.message}`)
  );
}
