import { S3Store } from "@tus/s3-store";

/** The library's S3 store, and what it leaves open when a receiver is killed. */
export class ResumableStore extends S3Store {
  /** Puts an upload together whose last part came and whose receiver was killed before it did so. */
  async complete(id: string): Promise<void> {
    const metadata = await this.getMetadata(id);
    const parts = await this.retrieveParts(id);
    await this.finishMultipartUpload(metadata, parts);
  }

  /** Removes all that an upload may have left, however far it came; the library stops at the first that is not there. */
  override async remove(id: string): Promise<void> {
    try {
      const { "upload-id": UploadId } = await this.getMetadata(id);
      await this.client.abortMultipartUpload({ Bucket: this.bucket, Key: id, UploadId });
    } catch (error) {
      // Put together by now, or never begun.
      if (!isGone(error)) throw error;
    }
    for (const Key of [id, this.partKey(id, true), this.infoKey(id)]) {
      await this.client.deleteObject({ Bucket: this.bucket, Key });
    }
    await this.clearCache(id);
  }
}

/** True where S3 says that an object or a multipart upload is not there. */
export function isGone(error: unknown): boolean {
  const names = ["NoSuchKey", "NoSuchUpload", "NotFound"];
  return error instanceof Error && names.includes(error.name);
}
