/** A request that the LRS refuses: status and reason go to the client as they are. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413,
    message: string,
  ) {
    super(message);
  }
}
