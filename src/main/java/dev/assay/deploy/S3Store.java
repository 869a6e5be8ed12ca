package dev.assay.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A store that speaks S3, through Amazon's client: R2, B2, MinIO and others take the same.
///
/// What is asked of a store is what all of them have: single objects are put and deleted, without the newer checksums and
/// without signing in pieces. The tag of each object, which every store gives and lists, tells whether it is still as it was put.
final class S3Store implements Store {
  private static final int AT_ONCE = 8;

  private final Target.Bucket bucket;
  private final S3Client client;
  private Optional<String> announced = Optional.empty();

  private S3Store(Target.Bucket bucket, S3Client client) {
    this.bucket = bucket;
    this.client = client;
  }

  /// Opens a store. Nothing is asked of it yet.
  static S3Store of(Target.Bucket bucket) throws StoreException {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(10)).socketTimeout(Duration.ofMinutes(1)))
            .credentialsProvider(credentials(bucket))
            .forcePathStyle(!bucket.hostStyle())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false).expectContinueEnabled(false));
    bucket.endpoint().ifPresent(builder::endpointOverride);
    if (bucket.endpoint().isEmpty()) {
      builder.crossRegionAccessEnabled(true);
    }
    try {
      return new S3Store(bucket, builder.region(region(bucket)).build());
    } catch (SdkException e) {
      throw new S3Faults(bucket).told(e);
    }
  }

  private static AwsCredentialsProvider credentials(Target.Bucket bucket) {
    ProfileCredentialsProvider profile = bucket.profile().map(ProfileCredentialsProvider::create).orElseGet(ProfileCredentialsProvider::create);
    if (bucket.profile().isPresent()) {
      return profile;
    }
    List<AwsCredentialsProvider> chain =
        new ArrayList<>(List.of(SystemPropertyCredentialsProvider.create(), EnvironmentVariableCredentialsProvider.create(), profile));
    if (bucket.endpoint().isEmpty()) {
      // Amazon's machines hand out credentials for Amazon only; anywhere else asking for them would take seconds.
      chain.add(ContainerCredentialsProvider.create());
      chain.add(InstanceProfileCredentialsProvider.create());
    }
    return AwsCredentialsProviderChain.builder().credentialsProviders(chain).build();
  }

  private static Region region(Target.Bucket bucket) {
    if (bucket.region().isPresent()) {
      return Region.of(bucket.region().get());
    }
    AwsRegionProviderChain machine = new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider());
    try {
      return machine.getRegion();
    } catch (SdkException _) {
      return Region.US_EAST_1; // what stores without regions take, and where Amazon says which one is meant
    }
  }

  @Override
  public Optional<byte[]> list() throws StoreException {
    try {
      return Optional.of(client.getObjectAsBytes(get -> get.bucket(bucket.name()).key(key(Deployed.LIST))).asByteArray());
    } catch (NoSuchKeyException _) {
      return Optional.empty();
    } catch (SdkException e) {
      throw new S3Faults(bucket).told(e);
    }
  }

  @Override
  public Looked look(Deployed known, List<Piece> pieces, boolean verify) throws StoreException, IOException {
    Map<String, String> tags = tags();
    Map<String, String> current = new HashMap<>();
    Set<String> others = new TreeSet<>();
    Set<String> altered = new TreeSet<>();
    Set<String> wanted = new HashSet<>();
    for (Piece piece : pieces) {
      String file = piece.file();
      String tag = tags.get(file);
      Deployed.Put put = known.files().get(file);
      wanted.add(file);
      if (tag == null) {
        continue;
      }
      if (put == null) {
        if (!tag.equals(md5(piece))) {
          others.add(file);
        }
      } else if (put.isPending()) {
        boolean bytes = tag.equals(md5(piece));
        // The bytes may have been there before, with other headers.
        if (bytes && put.piece().equals(piece.digest()) && hasHeaders(piece)) {
          current.put(file, tag);
        } else if (!bytes && put.isNew() && !isOurs(file, put)) {
          others.add(file);
        }
      } else if (!tag.equals(put.mark())) {
        if (!tag.equals(md5(piece))) {
          altered.add(file);
        }
      } else if (put.piece().equals(piece.digest())) {
        current.put(file, tag);
      }
    }
    for (Map.Entry<String, Deployed.Put> each : known.files().entrySet()) {
      String tag = tags.get(each.getKey());
      Deployed.Put put = each.getValue();
      if (tag != null && !wanted.contains(each.getKey())) {
        if (put.isNew() && !isOurs(each.getKey(), put)) {
          others.add(each.getKey());
        } else if (!put.isPending() && !tag.equals(put.mark())) {
          altered.add(each.getKey());
        }
      }
    }
    Set<String> missing = new TreeSet<>(known.files().keySet());
    missing.removeAll(tags.keySet());
    return new Looked(current, others, altered, missing);
  }

  /// Whether an object tells its readers what it should.
  private boolean hasHeaders(Piece piece) throws StoreException {
    try {
      HeadObjectResponse head = client.headObject(ask -> ask.bucket(bucket.name()).key(key(piece.file())));
      return isSame(piece.type(), head.contentType()) && isSame(piece.cacheControl(), head.cacheControl());
    } catch (NoSuchKeyException _) {
      return false;
    } catch (SdkException e) {
      throw new S3Faults(bucket).told(e);
    }
  }

  /// Some stores leave out the blanks.
  private static boolean isSame(String wanted, @Nullable String told) {
    return told != null && wanted.replace(" ", "").equalsIgnoreCase(told.replace(" ", ""));
  }

  /// Whether an object is what a run that was cut off was about to put there, and not somebody else's.
  private boolean isOurs(String file, Deployed.Put put) throws StoreException {
    try {
      return Pieces.isPiece(file, client.getObjectAsBytes(get -> get.bucket(bucket.name()).key(key(file))).asByteArray(), put.piece());
    } catch (NoSuchKeyException _) {
      return true;
    } catch (SdkException e) {
      throw new S3Faults(bucket).told(e);
    }
  }

  private Map<String, String> tags() throws StoreException {
    Map<String, String> tags = new HashMap<>();
    try {
      for (S3Object object : client.listObjectsV2Paginator(list -> list.bucket(bucket.name()).prefix(bucket.prefix())).contents()) {
        tags.put(object.key().substring(bucket.prefix().length()), tag(object.eTag()));
      }
      return tags;
    } catch (SdkException e) {
      throw new S3Faults(bucket).told(e);
    }
  }

  /// The tag of an object that was put in one piece and is not encrypted with a key of the owner's.
  private static String md5(Piece piece) throws IOException {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(piece.at())));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("MD5 is missing from this Java", e);
    }
  }

  /// Some stores give no tag.
  private static String tag(@Nullable String written) {
    String plain = Optional.ofNullable(written).orElse("").replace("\"", "");
    return plain.isEmpty() || plain.contains(" ") ? "-" : plain;
  }

  @Override
  public Map<String, String> put(List<Piece> pieces, IntConsumer done) throws StoreException, IOException {
    Map<String, String> marks = new HashMap<>();
    List<Callable<String>> work = new ArrayList<>();
    for (Piece piece : pieces) {
      work.add(
          () -> {
            String mark = put(piece.file(), Pieces.bytes(piece), piece.type(), piece.cacheControl());
            synchronized (marks) {
              marks.put(piece.file(), mark);
            }
            return mark;
          });
    }
    atOnce(work, done);
    return marks;
  }

  private String put(String file, byte[] bytes, String type, String cacheControl) {
    PutObjectRequest request =
        PutObjectRequest.builder().bucket(bucket.name()).key(key(file)).contentType(type).cacheControl(cacheControl).build();
    // A body that can be read again, for another try.
    RequestBody body = RequestBody.fromContentProvider(() -> new ByteArrayInputStream(bytes), bytes.length, type);
    PutObjectResponse response = client.putObject(request, body);
    return tag(response.eTag());
  }

  @Override
  public void delete(Collection<String> files, IntConsumer done) throws StoreException, IOException {
    // One by one: the request that deletes many at once asks for checksums that not all stores understand.
    List<Callable<String>> work = new ArrayList<>();
    for (String file : files) {
      work.add(
          () -> {
            client.deleteObject(delete -> delete.bucket(bucket.name()).key(key(file)));
            return file;
          });
    }
    atOnce(work, done);
  }

  private void atOnce(List<Callable<String>> work, IntConsumer done) throws StoreException, IOException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    try {
      ExecutorCompletionService<String> ends = new ExecutorCompletionService<>(threads);
      work.forEach(ends::submit);
      for (int i = 0; i < work.size(); i++) {
        ends.take().get();
        done.accept(1);
      }
    } catch (ExecutionException e) {
      throw thrown(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    } finally {
      threads.shutdownNow();
    }
  }

  private StoreException thrown(ExecutionException e) throws IOException {
    return switch (e.getCause()) {
      case SdkException failed -> new S3Faults(bucket).told(failed);
      case IOException failed -> throw failed;
      case RuntimeException bug -> throw bug;
      case Error dead -> throw dead;
      case null, default -> throw new IllegalStateException(e);
    };
  }

  @Override
  public void keep(Deployed deployed, boolean last) throws StoreException {
    try {
      if (last && announced.isPresent()) {
        String now = tag(client.headObject(head -> head.bucket(bucket.name()).key(key(Deployed.LIST))).eTag());
        if (!now.equals(announced.get())) {
          throw new StoreException("somebody else has published to '" + bucket.shown() + "' meanwhile", "publish again; that puts right what is now mixed");
        }
      }
      announced = Optional.of(put(Deployed.LIST, deployed.bytes(), "text/plain; charset=utf-8", "no-store"));
    } catch (SdkException e) {
      throw new S3Faults(bucket).told(e);
    }
  }

  private String key(String file) {
    return bucket.prefix() + file;
  }

  @Override
  public String result() {
    return "";
  }

  @Override
  public void close() {
    client.close();
  }
}
