package dev.assay.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A store in this process that speaks S3 over HTTP and checks signatures, with one key: `key`, `secret`.
public final class S3Server implements AutoCloseable {
  private final S3Proxy proxy;
  private final Watched blobs = new Watched(new TransientNio2BlobStore());

  /// Starts one on a free port, and gives this process the key.
  public S3Server() {
    System.setProperty("aws.accessKeyId", "key");
    System.setProperty("aws.secretAccessKey", "secret");
    proxy = S3Proxy.builder().blobStore(blobs).endpoint(URI.create("http://127.0.0.1:0")).awsAuthentication(AuthenticationType.AWS_V4, "key", "secret").build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where it answers.
  public String endpoint() {
    return "http://127.0.0.1:" + proxy.getPort();
  }

  /// Makes an empty bucket, and throws away what was noted.
  public void bucket(String name) {
    blobs.createContainer(name);
    blobs.log.clear();
    blobs.left = Integer.MAX_VALUE;
  }

  /// What was put and deleted since it was last asked: `put index.html`, `delete old/index.html`.
  public List<String> log() {
    synchronized (blobs.log) {
      List<String> log = List.copyOf(blobs.log);
      blobs.log.clear();
      return log;
    }
  }

  /// Lets so many objects be put, and refuses the next ones.
  public void refuseAfter(int puts) {
    blobs.left = puts;
  }

  /// The objects of a bucket.
  public SortedMap<String, byte[]> tree(String bucket) {
    SortedMap<String, byte[]> tree = new TreeMap<>();
    for (S3Object object : blobs.list(ListObjectsV2Request.builder().bucket(bucket).maxKeys(1000).build()).contents()) {
      try (ResponseInputStream<GetObjectResponse> in = blobs.getBlob(bucket, object.key())) {
        tree.put(object.key(), in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return tree;
  }

  /// What a reader of an object is told: its media type, and how long it may be kept.
  public String headers(String bucket, String key) {
    var head = blobs.blobMetadata(bucket, key);
    return head.contentType() + " | " + head.cacheControl();
  }

  /// Puts an object as somebody else.
  public void put(String bucket, String key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    blobs.delegate().putBlob(
        PutObjectRequest.builder().bucket(bucket).key(key).contentLength((long) bytes.length).build(), new java.io.ByteArrayInputStream(bytes));
  }

  /// Deletes an object as somebody else.
  public void delete(String bucket, String key) {
    blobs.delegate().removeBlob(bucket, key);
  }

  @Override
  public void close() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Watched extends ForwardingBlobStore {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private volatile int left = Integer.MAX_VALUE;

    Watched(BlobStore inner) {
      super(inner);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream in) {
      synchronized (this) {
        if (left == 0) {
          AwsErrorDetails details = AwsErrorDetails.builder().errorCode("AccessDenied").errorMessage("No, secret").build();
          throw S3Exception.builder().statusCode(403).awsErrorDetails(details).build();
        }
        left--;
      }
      log.add("put " + request.key());
      return super.putBlob(request, in);
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
      log.add("delete " + request.key());
      return super.removeBlob(request);
    }
  }
}
