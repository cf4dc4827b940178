package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NetworkRangeTest {

  @Property(seed = "2026", tries = 1000)
  void aRangeHasTheAddressesThatShareItsPrefix(
      @ForAll @Size(4) byte[] network,
      @ForAll @Size(4) byte[] address,
      @ForAll @IntRange(max = 32) int length,
      @ForAll @IntRange(max = 32) int shared)
      throws UnknownHostException {
    BigInteger ones = BigInteger.ONE.shiftLeft(32 - shared).subtract(BigInteger.ONE);
    BigInteger mixed =
        new BigInteger(1, network).andNot(ones).or(new BigInteger(1, address).and(ones));
    InetAddress other = InetAddress.getByAddress(fourBytes(mixed));
    NetworkRange range =
        NetworkRange.parse(InetAddress.getByAddress(network).getHostAddress() + "/" + length);
    boolean expected =
        new BigInteger(1, network).shiftRight(32 - length).equals(mixed.shiftRight(32 - length));
    assertThat(range.contains(other)).isEqualTo(expected);
    assertThat(range.covers(NetworkRange.parse(other.getHostAddress()))).isEqualTo(expected);
  }

  private static byte[] fourBytes(BigInteger value) {
    byte[] bytes = new byte[4];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = value.shiftRight(Byte.SIZE * (bytes.length - 1 - i)).byteValue();
    }
    return bytes;
  }
}
