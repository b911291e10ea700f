package faircopy

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
)

// findLongKey opens a file of version 5 with the empty password (ISO 32000-2, algorithm 2.A).
func (t terms) findLongKey() []byte {
	if len(t.user) < 48 || len(t.owner) < 48 {
		return nil
	}
	check, salt := t.user[32:40], t.user[40:48]
	if bytes.Equal(t.hash(check, nil), t.user[:32]) {
		return unwrap(t.hash(salt, nil), t.userKey)
	}
	check, salt = t.owner[32:40], t.owner[40:48]
	if bytes.Equal(t.hash(check, t.user[:48]), t.owner[:32]) {
		return unwrap(t.hash(salt, t.user[:48]), t.ownerKey)
	}
	return nil
}

// unwrap decrypts the file's key, which stands in one piece without padding or vector.
func unwrap(key, wrapped []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil || len(wrapped) < 32 {
		return nil
	}
	out := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(out, wrapped[:32])
	return out
}

// hash is the hash of the empty password with a salt: plain SHA-256 in revision 5, the hardened one of
// ISO 32000-2, algorithm 2.B, after it.
func (t terms) hash(salt, user []byte) []byte {
	sum := sha256.Sum256(append(bytes.Clone(salt), user...))
	if t.revision < 6 {
		return sum[:]
	}
	key := sum[:]
	for done := 1; ; done++ {
		var last byte
		key, last = hardened(key, user)
		if done >= 64 && int(last) <= done-32 {
			return key[:32]
		}
	}
}

func hardened(key, user []byte) ([]byte, byte) {
	block, err := aes.NewCipher(key[:16])
	if err != nil {
		return key, 0
	}
	data := bytes.Repeat(append(bytes.Clone(key), user...), 64)
	cipher.NewCBCEncrypter(block, key[16:32]).CryptBlocks(data, data)
	sum := 0
	for _, c := range data[:16] {
		sum += int(c)
	}
	last := data[len(data)-1]
	switch sum % 3 {
	case 0:
		s := sha256.Sum256(data)
		return s[:], last
	case 1:
		s := sha512.Sum384(data)
		return s[:], last
	}
	s := sha512.Sum512(data)
	return s[:], last
}
