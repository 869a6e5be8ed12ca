package dev.assay.deploy;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// What a store answers when it does not do what it was asked, in a sentence. What its own words are is not shown: they hold
/// keys and signatures.
///
/// @param bucket what was asked
record S3Faults(Target.Bucket bucket) {
  private static final String AGAIN = "publish again; that completes what this run began";

  StoreException told(SdkException e) {
    return e instanceof AwsServiceException answer ? answered(answer) : unanswered(e);
  }

  private StoreException answered(AwsServiceException e) {
    String code = Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
    String where = "'" + bucket.shown() + "'";
    return switch (code) {
      case "NoSuchBucket" -> new StoreException("there is no bucket '" + bucket.name() + "' " + at(), "make it, or correct its name, the region or the endpoint", e);
      case "InvalidAccessKeyId", "Unauthorized" ->
          new StoreException("the key that credentials were found with is not known " + at(), "see that AWS_ACCESS_KEY_ID or the profile is meant for it", e);
      case "SignatureDoesNotMatch" -> new StoreException("the secret key does not belong to the key " + at(), "see AWS_SECRET_ACCESS_KEY, or the profile", e);
      case "ExpiredToken", "ExpiredTokenException", "InvalidToken", "TokenRefreshRequired" ->
          new StoreException("the credentials have expired", "ask for new ones, as with 'aws sso login'", e);
      case "RequestTimeTooSkewed", "RequestExpired" ->
          new StoreException("the clock of this machine is wrong by so much that " + host() + " refuses", "set it right", e);
      case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException" ->
          new StoreException("the bucket '" + bucket.name() + "' lies in another region", "name it: s3://" + bucket.name() + "/?region=…", e);
      case "SlowDown", "ServiceUnavailable", "InternalError" -> new StoreException(host() + " is too busy", AGAIN, e);
      default -> byStatus(e, code, where);
    };
  }

  private StoreException byStatus(AwsServiceException e, String code, String where) {
    return switch (e.statusCode()) {
      case 301, 307 -> new StoreException("the bucket '" + bucket.name() + "' lies in another region", "name it: s3://" + bucket.name() + "/?region=…", e);
      case 401, 403 ->
          new StoreException(host() + " does not allow this", "the credentials need to list " + where + ", and to get, put and delete objects there", e);
      case 404 -> new StoreException("there is no bucket '" + bucket.name() + "' " + at(), "make it, or correct its name, the region or the endpoint", e);
      default ->
          new StoreException(host() + " answered with the status " + e.statusCode() + (code.isEmpty() ? "" : " (" + code + ")"), e.statusCode() >= 500 ? AGAIN : "see what it says about that", e);
    };
  }

  private StoreException unanswered(SdkException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      Optional<String> fault =
          switch (cause) {
            case UnknownHostException _ -> Optional.of("the host of " + host() + " is not known here");
            case ConnectException _ -> Optional.of(host() + " does not take a connection");
            case NoRouteToHostException _ -> Optional.of(host() + " cannot be reached");
            case SocketTimeoutException _ -> Optional.of(host() + " does not answer in time");
            case SSLException _ -> Optional.of("no safe connection to " + host() + " could be made");
            default -> Optional.empty();
          };
      if (fault.isPresent()) {
        return new StoreException(fault.get(), "see the network and the endpoint, and " + AGAIN, e);
      }
    }
    String said = Optional.ofNullable(e.getMessage()).orElse("");
    if (said.contains("credentials") || said.contains("rofile")) {
      return new StoreException(
          bucket.profile().map(profile -> "the profile '" + profile + "' gives no credentials").orElse("no credentials were found"),
          "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile of ~/.aws/credentials with ?profile=… or AWS_PROFILE", e);
    }
    return new StoreException("the connection to " + host() + " was broken off", AGAIN, e);
  }

  private String host() {
    return bucket.endpoint().map(endpoint -> "'" + endpoint + "'").orElse("Amazon S3");
  }

  private String at() {
    return "at " + host();
  }
}
